/** Which of the drawn nodes belong to a sector, an area or a coalition; asked for when one of these is chosen. */
import { useEffect, useState } from 'preact/hooks'
import type { Address } from '../address'
import { ask } from '../asking'
import { FacetsDocument, type FacetsQuery } from '../asked/graphql'
import type { Piece } from './piece'

type Faceted = NonNullable<FacetsQuery['network']['nodes'][number]>
type Facets = { sectors: string[]; areas: string[]; coalitions: string[] }

const AT_A_TIME = 80 // of which the answer stays well within what one question may cost

/** The ids that are lit; null lights all. */
export function useLit(piece: Piece | null, at: Address, on: string | undefined): ReadonlySet<string> | null {
  const { sector, area, coalition } = at
  const wanted = Boolean(sector || area || coalition)
  const [facets, setFacets] = useState<ReadonlyMap<string, Facets> | null>(null)
  useEffect(() => {
    if (!wanted || !piece) return setFacets(null)
    let current = true
    void facetsOf(piece, on).then((facets) => current && setFacets(facets), () => undefined)
    return () => {
      current = false
    }
  }, [piece, wanted, on])
  if (!wanted || !facets) return null
  const holds = (all: readonly string[], one: string | undefined) => !one || all.includes(one)
  const lit = [...facets].filter(([, of]) => holds(of.sectors, sector) && holds(of.areas, area) && holds(of.coalitions, coalition))
  return new Set(lit.map(([id]) => id))
}

async function facetsOf(piece: Piece, on: string | undefined): Promise<ReadonlyMap<string, Facets>> {
  const facets = new Map<string, Facets>()
  for (let start = 0; start < piece.nodes.length; start += AT_A_TIME) {
    const ids = piece.nodes.slice(start, start + AT_A_TIME).map(({ id }) => id)
    const { network } = await ask(FacetsDocument, { ids, on })
    for (const node of network.nodes) if (node) facets.set(node.id, of(node))
  }
  return facets
}

function of(node: Faceted): Facets {
  const own = { sectors: [] as string[], areas: node.kind === 'MUNICIPALITY' ? [node.id] : [], coalitions: [] as string[] }
  if ('locatedIn' in node)
    return { sectors: ids(node.sectors), areas: [...own.areas, ...ids(node.locatedIn)], coalitions: ids(node.coalitions) }
  if (node.__typename === 'Person')
    return {
      sectors: node.functions.flatMap((held) => ids(held.organisation.sectors)),
      areas: node.functions.flatMap((held) => ids(held.organisation.locatedIn)),
      coalitions: node.holdings.map(({ seat }) => seat.coalition.id),
    }
  if (node.__typename === 'Seat') return { sectors: [node.sector.id], areas: ids(node.covers), coalitions: [node.coalition.id] }
  if (node.__typename === 'Coalition') return { ...own, areas: ids(node.area), coalitions: [node.id] }
  return node.__typename === 'Sector' ? { ...own, sectors: [node.id] } : own
}

function ids(nodes: readonly { id: string }[]): string[] {
  return nodes.map(({ id }) => id)
}
