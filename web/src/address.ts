/** The address of the page holds its whole state: what is shown, on which date, in which language. */
import { useEffect, useState } from 'preact/hooks'

const EVERYWHERE = ['on', 'with', 'lang', 'from'] as const
export type Address = Readonly<Record<string, string>>
export type Changes = Readonly<Record<string, string | null | undefined>>

export const VIEWS = ['home', 'search', 'contacts', 'line', 'node', 'list', 'draw', 'work', 'write'] as const
export type View = (typeof VIEWS)[number]

const MOVED = 'korte-lijnen-moved'

export function address(): Address {
  return Object.fromEntries(new URLSearchParams(location.search))
}

export function viewOf(at: Address): View {
  return VIEWS.find((view) => view === at['view']) ?? 'home'
}

/** The address of another view: who asks, the dates and the language come along. */
export function to(view: View, changes: Changes = {}, at: Address = address()): string {
  const kept = Object.fromEntries(EVERYWHERE.map((name) => [name, at[name]]))
  return written({ ...kept, view: view === 'home' ? null : view, ...changes })
}

/** The address of the same view with something changed. */
export function here(changes: Changes, at: Address = address()): string {
  return written({ ...at, ...changes })
}

/** Go to an address, as one step that can be gone back. */
export function go(href: string): void {
  if (href === location.search) return
  history.pushState(null, '', href || location.pathname)
  dispatchEvent(new Event(MOVED))
}

export function useAddress(): Address {
  const [at, setAt] = useState(address)
  useEffect(() => {
    const moved = () => setAt(address())
    addEventListener('popstate', moved)
    addEventListener(MOVED, moved)
    return () => {
      removeEventListener('popstate', moved)
      removeEventListener(MOVED, moved)
    }
  }, [])
  return at
}

/** Links to this page itself are followed without loading it anew. */
export function followLinks(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!link || !plain || link.target || link.hasAttribute('download')) return
  const href = link.getAttribute('href') ?? ''
  if (!href.startsWith('?')) return
  event.preventDefault()
  go(href)
}

function written(values: Changes): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return `?${query}`
}
