/** Questions and changes go to the public API, as typed documents. */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { TypedDocumentString } from './asked/graphql'

type Told = { message: string; extensions?: { code?: string; field?: string; expected?: unknown; help?: string } }

/** What the service refused, or that it could not be reached (UNREACHABLE). */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly help?: string,
  ) {
    super(message)
  }
}

export async function ask<A, V>(document: TypedDocumentString<A, V>, variables: V, signal?: AbortSignal): Promise<A> {
  const body = JSON.stringify({ query: document.toString(), variables })
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' }
  const response = await fetch('graphql', { method: 'POST', headers, body, signal: signal ?? null }).catch(unreachable)
  const answer = (await response.json().catch(unreachable)) as { data?: A; errors?: Told[] }
  if (answer.errors?.[0]) throw refusal(answer.errors[0])
  if (!answer.data) throw new Refusal('UNREACHABLE', `HTTP ${response.status}`)
  return answer.data
}

function unreachable(cause: Error): never {
  if (cause.name === 'AbortError') throw cause
  throw new Refusal('UNREACHABLE', cause.message)
}

function refusal({ message, extensions }: Told): Refusal {
  return new Refusal(extensions?.code ?? 'INTERNAL', message, extensions?.field, extensions?.help)
}

const kept = new Map<string, unknown>()
const KEPT_MILLISECONDS = 60_000
const MOST_KEPT = 200

/** After a change nothing that was answered before holds. */
export function forget(): void {
  kept.clear()
}

function keep(key: string, answer: unknown): void {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, answer)
  setTimeout(() => kept.delete(key), KEPT_MILLISECONDS)
}

export type Answered<A> = { answer?: A | undefined; refusal?: Refusal | undefined; waiting: boolean; again: () => void }

/** The answer to a question, asked again whenever its variables change; null asks nothing.
 * While a new answer is awaited the one before stays. */
export function useAnswer<A, V>(document: TypedDocumentString<A, V>, variables: V | null): Answered<A> {
  const key = variables === null ? null : document.toString() + JSON.stringify(variables)
  const [attempt, again] = useReducer((n: number) => n + 1, 0)
  const [state, setState] = useState<{ key: string | null; answer?: A; refusal?: Refusal }>({ key: null })
  const latest = useRef(key)
  latest.current = key
  useEffect(() => {
    if (key === null || variables === null) return
    if (kept.has(key)) {
      setState({ key, answer: kept.get(key) as A })
      return
    }
    const aborted = new AbortController()
    ask(document, variables, aborted.signal).then(
      (answer) => {
        keep(key, answer)
        if (latest.current === key) setState({ key, answer })
      },
      (refusal: unknown) => {
        if (!aborted.signal.aborted) setState({ key, refusal: refusal as Refusal })
      },
    )
    return () => aborted.abort()
  }, [key, attempt])
  if (key === null) return { waiting: false, again: () => again(undefined) }
  const current = kept.get(key) as A | undefined
  const settled = state.key === key
  return {
    answer: settled ? state.answer : (current ?? state.answer),
    refusal: settled ? state.refusal : undefined,
    waiting: !settled && current === undefined,
    again: () => {
      setState({ key: null })
      again(undefined)
    },
  }
}
