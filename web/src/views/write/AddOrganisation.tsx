import type { JSX } from 'preact'
import type { ViewProps } from '..'
import { ask } from '../../asking'
import { PutDocument } from '../../asked/graphql'
import { AreaField, sectorsOf, Select, useChoices } from '../../parts/Choices'
import { Field } from '../../parts/forms'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { MaybeKnown, useDoubles } from './doubles'
import { line, Saving, type Values } from './saving'

/** Kinds of organisations, as lines of a network file name them. */
const KINDS = {
  OTHER_ORGANISATION: 'OtherOrganisation',
  ASSOCIATION: 'Association',
  SCHOOL: 'School',
  SCHOOL_BOARD: 'SchoolBoard',
  CHILDCARE_PROVIDER: 'ChildcareProvider',
  CHILDCARE_LOCATION: 'ChildcareLocation',
  HEALTH_SERVICE: 'HealthService',
  PARTNERSHIP: 'Partnership',
  JOINT_ARRANGEMENT: 'JointArrangement',
  MINISTRY: 'Ministry',
} as const

export function AddOrganisation({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const doubles = useDoubles(['ORGANISATION'])
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({ id: KINDS[kind], name: words.kinds[kind], depth: 0 }))
  return (
    <Saving
      before={(values) => doubles.look(values['name'] ?? '')}
      write={async (values) => (await ask(PutDocument, { lines: linesOf(values), because: values['because'] ?? '' })).put}
    >
      <Field label={words.fullName} name="name" required maxLength={200} />
      <Select label={words.kind} name="kind" choices={kinds} value="OtherOrganisation" empty={null} />
      <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={at['sector']} empty={words.unknown} />
      <AreaField choices={choices} on={on} value={at['area']} empty={words.unknown} />
      <Picker label={words.partOf} name="partOf" kinds={['ORGANISATION']} on={on} />
      <Field label={words.mailbox} name="mailbox" type="email" />
      <Field label={words.phone} name="phone" type="tel" />
      <Field label={words.website} name="website" />
      <MaybeKnown found={doubles.found} />
    </Saving>
  )
}

function linesOf(values: Values): Record<string, unknown>[] {
  const { name, kind, sector, area, partOf, mailbox, phone, website } = values
  const relation = (type: string, to: string | undefined) => (to ? [{ relation: type, from: '_:new', to }] : [])
  return [
    line({ node: kind, id: '_:new', name, mailbox, phone, website }),
    ...relation('IN_SECTOR', sector),
    ...relation('LOCATED_IN', area),
    ...relation('PART_OF', partOf),
  ]
}
