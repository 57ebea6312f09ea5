/** The sectors and areas to choose from, wider ones before what lies within them. */
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type Answered, useAnswer } from '../asking'
import { ChoicesDocument, type ChoicesQuery } from '../asked/graphql'
import { useWords } from '../words'
import { Picker } from './Picker'

export type Choice = { id: string; name: string; depth: number }
type Nested = { id: string; name: string; within: readonly { id: string }[] }

export function useChoices(on: string | undefined): Answered<ChoicesQuery> {
  return useAnswer(ChoicesDocument, { on })
}

export function sectorsOf(choices: ChoicesQuery | undefined): Choice[] {
  return nested(choices?.network.sectors ?? [])
}

/** Every area, where the municipalities are few enough to be listed; null where one has to search. */
export function areasOf(choices: ChoicesQuery | undefined): Choice[] | null {
  const municipalities = choices?.network.municipalities
  if (municipalities && municipalities.totalCount > municipalities.edges.length) return null
  const areas = new Map<string, Nested>()
  for (const { node } of municipalities?.edges ?? []) {
    areas.set(node.id, node)
    for (const region of node.within) {
      areas.set(region.id, region)
      for (const wider of region.within) if (!areas.has(wider.id)) areas.set(wider.id, { ...wider, within: [] })
    }
  }
  return nested([...areas.values()])
}

type AreaProps = { choices: ChoicesQuery | undefined; on: string | undefined; value: string | undefined; empty?: string }

export function AreaField({ choices, on, value, empty }: AreaProps): JSX.Element {
  const words = useWords()
  const areas = areasOf(choices)
  if (areas) return <Select label={words.area} name="area" choices={areas} value={value} empty={empty ?? words.any} />
  return <Picker label={words.area} name="area" kinds={['AREA']} on={on} value={value} hint={empty ?? words.any} />
}

export function coalitionsOf(choices: ChoicesQuery | undefined): Choice[] {
  return (choices?.network.coalitions?.edges ?? []).map(({ node }) => ({ ...node, depth: 0 }))
}

/** Depth first, in order of names; what lies in several is listed once, where it comes first. */
function nested(nodes: readonly Nested[]): Choice[] {
  const here = new Set(nodes.map(({ id }) => id))
  const sorted = [...nodes].sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  const listed: Choice[] = []
  const seen = new Set<string>()
  const list = (node: Nested, depth: number) => {
    if (seen.has(node.id)) return
    seen.add(node.id)
    listed.push({ id: node.id, name: node.name, depth })
    for (const inner of sorted) if (inner.within.some(({ id }) => id === node.id)) list(inner, depth + 1)
  }
  for (const node of sorted) if (!node.within.some(({ id }) => here.has(id))) list(node, 0)
  for (const node of sorted) list(node, 0)
  return listed
}

type SelectProps = {
  label: string
  name: string
  choices: readonly Choice[]
  value?: string | undefined
  empty?: string | null
  required?: boolean
  onChange?: (value: string) => void
}

/** What is chosen is the page's own until the address says otherwise: to render again does not undo it. */
export function Select({ label, name, choices, value, empty, required, onChange }: SelectProps): JSX.Element {
  const words = useWords()
  const id = useId()
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        required={required}
        key={choices.length}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      >
        {empty !== null && <option value="">{empty ?? words.any}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id} selected={choice.id === value}>
            {'\u00a0\u00a0'.repeat(choice.depth)}
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  )
}

export function choicesIn<K extends string>(words: Record<K, string>): Choice[] {
  return (Object.entries(words) as [K, string][]).map(([id, name]) => ({ id, name, depth: 0 }))
}
