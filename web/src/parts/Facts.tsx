import type { ComponentChildren, JSX } from 'preact'
import type { PageQuery } from '../asked/graphql'
import { useWords, useWriting, type Words, type Writing } from '../words'
import { NodeLink, NodeLinks } from './NodeLink'

type Shown = NonNullable<PageQuery['network']['node']>
type Fact = [name: string, value: ComponentChildren]

/** What is known of a node itself, as names and values; what is not known is left out. */
export function Facts({ node }: { node: Shown }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const facts = [...period(node, words, writing), ...own(node, words, writing)].filter(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function period(node: Shown, words: Words, writing: Writing): Fact[] {
  return [
    [capital(words.since), node.since && writing.date(node.since)],
    [capital(words.until), node.until && writing.date(node.until)],
  ]
}

function own(node: Shown, words: Words, writing: Writing): Fact[] {
  switch (node.__typename) {
    case 'Person':
      return [
        [words.email, node.email && <a href={`mailto:${node.email}`}>{node.email}</a>],
        [words.phone, node.phone && <a href={`tel:${node.phone}`}>{node.phone}</a>],
        [words.introducible, node.introducible === null || node.introducible === undefined ? null : node.introducible ? words.yes : words.no],
        [words.purpose, node.contactPurpose],
        [words.retainUntil, node.retainUntil && writing.date(node.retainUntil)],
      ]
    case 'Coalition':
      return [
        [words.ambition, node.ambition],
        [words.phase, words.phases[node.phase]],
        [words.inArea, node.area.length ? <NodeLinks nodes={node.area} /> : null],
        [words.leads, node.leads.length ? <NodeLinks nodes={node.leads} /> : null],
      ]
    case 'Seat':
      return [
        [words.state, words.states[node.state]],
        [words.holder, node.holdings.length ? <NodeLinks nodes={node.holdings.map((holding) => holding.person)} /> : null],
        [words.mandate, words.mandates[node.mandate]],
        [words.sector, <NodeLink node={node.sector} />],
        [words.coalition, <NodeLink node={node.coalition} />],
        [words.seatOrganisation, node.organisation && <NodeLink node={node.organisation} />],
        [words.covers, node.covers.length ? <NodeLinks nodes={node.covers} /> : words.wholeArea],
      ]
    case 'Programme':
      return [
        [words.description, node.programmeDescription],
        [
          words.types.ENROLLED_IN[1] ?? '',
          node.enrolments.length ? (
            <ul>
              {node.enrolments.map((enrolment) => (
                <li key={enrolment.id}>
                  <NodeLink node={enrolment.area} /> {enrolment.stage}
                </li>
              ))}
            </ul>
          ) : null,
        ],
      ]
    case 'Agreement':
      return [[words.form, node.form], [words.description, node.agreementDescription], [words.embeddedIn, node.embeddedIn]]
    case 'Meeting':
      return [[words.meetingDate, node.date && writing.date(node.date)]]
    case 'Question':
      return [[words.description, node.questionDescription]]
    case 'Recommendation':
      return [[words.number, node.number], [words.description, node.recommendationDescription]]
    case 'Observation':
      return [
        [words.indicator, node.indicator],
        [words.value, node.value === null || node.value === undefined ? null : `${writing.number(node.value)} ${node.unit ?? ''}`],
        [words.meetingDate, node.observedDate && writing.date(node.observedDate)],
      ]
    case 'Channel':
      return [[words.form, node.channelForm]]
    case 'Sector':
      return [[words.weighs, node.weighs.toLowerCase()]]
    case 'Region':
      return [[words.municipalities, <NodeLinks nodes={node.municipalities} />]]
    default:
      return [...organisation(node, words), ...figures(node, words, writing)]
  }
}

type OrganisationShown = Extract<Shown, { mailbox?: string | null }>

function organisation(node: OrganisationShown, words: Words): Fact[] {
  const website = node.website && (/^https?:\/\//.test(node.website) ? node.website : `https://${node.website}`)
  return [
    [words.mailbox, node.mailbox && <a href={`mailto:${node.mailbox}`}>{node.mailbox}</a>],
    [words.phone, node.organisationPhone && <a href={`tel:${node.organisationPhone}`}>{node.organisationPhone}</a>],
    [
      words.website,
      website && (
        <a href={website} rel="noreferrer" target="_blank">
          {node.website}
        </a>
      ),
    ],
    [words.address, [node.street, [node.postcode, node.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')],
    [words.registerCodes, node.codes.map(({ system, code }) => `${system.replace('_', ' ')} ${code}`).join(', ')],
  ]
}

function figures(node: OrganisationShown, words: Words, writing: Writing): Fact[] {
  if (node.__typename === 'School')
    return [
      [words.educationTypes, node.educationTypes.join(', ')],
      [words.pupilsByYear, node.pupils.map(({ year, count }) => `${year}: ${writing.number(count)}`).join(' · ')],
    ]
  const number = (n: number | null | undefined) => (n === null || n === undefined ? null : writing.number(n))
  if (node.__typename === 'ChildcareLocation') return [[words.childcarePlaces, number(node.places)]]
  if (node.__typename === 'Municipality')
    return [
      [words.inhabitants, number(node.inhabitants)],
      [words.childrenBelow16, number(node.children)],
    ]
  return []
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
