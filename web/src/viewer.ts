import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ViewerQuery } from './asked/graphql'

/** As whom the page is answered, and what the service has to sign in with; unknown until it has said so. */
export type Known = { viewer?: ViewerQuery['viewer'] | undefined; version?: number | undefined; signIn: boolean }
export const Asking = createContext<Known>({ signIn: false })

export function useViewer(): Known {
  return useContext(Asking)
}

export function isSteward(known: Known): boolean {
  return known.viewer?.role === 'STEWARD' || known.viewer?.role === 'ADMINISTRATOR'
}

export function mayWrite(known: Known): boolean {
  return known.viewer !== undefined && known.viewer.role !== 'PUBLIC'
}
