import type { NodeKind } from './asked/graphql'

/** A node as it is named everywhere. */
export type Named = { id: string; name: string; kind: NodeKind }

/** What is drawn alike: a shape and a colour (Okabe and Ito 2008) for each group of kinds. */
export const GROUPS = {
  person: { shape: 'circle', colour: '#0072b2' },
  organisation: { shape: 'square', colour: '#e69f00' },
  school: { shape: 'triangle', colour: '#56b4e9' },
  coalition: { shape: 'diamond', colour: '#cc79a7' },
  municipality: { shape: 'hexagon', colour: '#009e73' },
  other: { shape: 'cross', colour: '#8c8c8c' },
} as const
export type Group = keyof typeof GROUPS
export type Shape = (typeof GROUPS)[Group]['shape']

const GROUP_OF: Partial<Record<NodeKind, Group>> = {
  PERSON: 'person',
  SCHOOL: 'school',
  COALITION: 'coalition',
  SEAT: 'coalition',
  MUNICIPALITY: 'municipality',
  REGION: 'municipality',
  SCHOOL_BOARD: 'organisation',
  CHILDCARE_PROVIDER: 'organisation',
  CHILDCARE_LOCATION: 'organisation',
  HEALTH_SERVICE: 'organisation',
  PARTNERSHIP: 'organisation',
  JOINT_ARRANGEMENT: 'organisation',
  MINISTRY: 'organisation',
  ASSOCIATION: 'organisation',
  OTHER_ORGANISATION: 'organisation',
}

export function groupOf(kind: NodeKind): Group {
  return GROUP_OF[kind] ?? 'other'
}

/** Outlines on a field of 16 by 16, for the page and for drawings saved as SVG. */
export const OUTLINES: Record<Shape, string> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
  square: 'M2 2h12v12H2Z',
  triangle: 'M8 1.5 15 14H1Z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8Z',
  hexagon: 'M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8Z',
  cross: 'M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4Z',
}
