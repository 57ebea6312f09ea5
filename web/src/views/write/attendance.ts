import { type DescribedFragment } from '../../asked/graphql'
import { similar } from './doubles'

export type Attendee = { name: string; email: string }

const ADDRESS = /[^\s<>,;()"']+@[^\s<>,;()"']+/
const AT_A_TIME = 4

/** A pasted list: a name a line, or behind semicolons as mail programs write them; `Dirks, Fenna` is turned around. */
export function attendance(pasted: string): Attendee[] {
  return pasted
    .split(/[\n;]/)
    .map(attendee)
    .filter(({ name }) => name)
}

function attendee(text: string): Attendee {
  const email = ADDRESS.exec(text)?.[0] ?? ''
  const rest = text.replace(ADDRESS, ' ').replace(/[<>()"]/g, ' ').split('\t')[0] ?? ''
  const plain = rest.replace(/^[\s\d.*•·–-]+/, '').trim()
  const [first = '', second = ''] = plain.split(',').map((part) => part.trim())
  const turned = second && !first.includes(' ') && second.split(' ').length <= 2
  const name = turned ? `${second} ${first}` : first
  return { name: name.replace(/\s+/g, ' '), email }
}

/** Whom each may be: those of that very name, or else those alike. */
export async function recognised(attendees: readonly Attendee[]): Promise<{ attendee: Attendee; candidates: DescribedFragment[] }[]> {
  const rows: { attendee: Attendee; candidates: DescribedFragment[] }[] = []
  for (let start = 0; start < attendees.length; start += AT_A_TIME) {
    const some = attendees.slice(start, start + AT_A_TIME)
    rows.push(...(await Promise.all(some.map(async (attendee) => ({ attendee, candidates: await candidatesFor(attendee) })))))
  }
  return rows
}

async function candidatesFor({ name }: Attendee): Promise<DescribedFragment[]> {
  const alike = await similar(name, ['PERSON'])
  const same = alike.filter((node) => folded(node.name) === folded(name))
  return same.length ? same : alike
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
