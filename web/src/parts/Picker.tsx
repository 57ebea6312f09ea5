/** A field that suggests nodes while one types: the combobox pattern of WAI-ARIA 1.2 with a list. */
import type { JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useAnswer } from '../asking'
import { NamesDocument, type NodeKind, SuggestionsDocument, type SuggestionsQuery } from '../asked/graphql'
import type { Named } from '../kinds'
import { useWords } from '../words'
import { describe } from './describe'
import { Glyph } from './NodeLink'

type Found = NonNullable<SuggestionsQuery['network']['search']>['edges'][number]['node']
export type PickerProps = {
  label: string
  hint?: string
  name?: string
  kinds?: NodeKind[]
  on?: string | undefined
  /** The id that is chosen already. */
  value?: string | undefined
  required?: boolean
  hideLabel?: boolean
  onPick?: (node: Named | null) => void
  /** What is typed is asked for as it is, on Enter without a choice. */
  onText?: (text: string) => void
  clear?: boolean
}

const PAUSE_MILLISECONDS = 120

export function Picker(props: PickerProps): JSX.Element {
  const { label, hint, name, kinds, on, value, required, onPick, onText, clear } = props
  const words = useWords()
  const id = useId()
  const [picked, setPicked] = useState<string>(value ?? '')
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const typed = usePaused(text)
  const input = useRef<HTMLInputElement>(null)
  const known = useAnswer(NamesDocument, picked && !text ? { ids: [picked], on } : null)
  const asked = useAnswer(SuggestionsDocument, open && /[\p{L}\p{N}]/u.test(typed) ? { text: typed, kinds, on } : null)
  const found: Found[] = open && typed ? (asked.answer?.network.search?.edges.map((edge) => edge.node) ?? []) : []

  useEffect(() => setPicked(value ?? ''), [value])
  useEffect(() => {
    const name = known.answer?.network.nodes[0]?.name
    if (name && picked) setText(name)
  }, [known.answer])
  useEffect(() => {
    input.current?.setCustomValidity(required && !picked ? words.choose : '')
  }, [picked, required, words])

  const pick = (node: Found | null) => {
    setPicked(node?.id ?? '')
    setText(clear || !node ? '' : node.name)
    setOpen(false)
    setAt(-1)
    onPick?.(node)
  }
  const type = (event: JSX.TargetedInputEvent<HTMLInputElement>) => {
    setText(event.currentTarget.value)
    setOpen(true)
    setAt(-1)
    if (picked) {
      setPicked('')
      onPick?.(null)
    }
  }
  const press = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length) {
      event.preventDefault()
      setAt((at + step + (at < 0 && step < 0 ? 1 : 0) + found.length) % found.length)
    } else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter' && open && found[at]) {
      event.preventDefault()
      pick(found[at])
    } else if (event.key === 'Enter' && onText && text.trim()) {
      event.preventDefault()
      setOpen(false)
      onText(text.trim())
    } else if (event.key === 'Enter' && open && found[0] && !picked) {
      event.preventDefault()
      pick(found[0])
    }
  }
  return (
    <div class="picker">
      <label for={id} class={props.hideLabel ? 'unseen' : undefined}>
        {label}
        {required && <Required />}
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={open && found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        placeholder={hint}
        value={text}
        onInput={type}
        onKeyDown={press}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      {name && <input type="hidden" name={name} value={picked} />}
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open || !found.length}>
        {found.map((node, index) => (
          <li
            key={node.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault()
              pick(node)
            }}
          >
            <Glyph kind={node.kind} />
            <span>
              {node.name} <small>{describe(node, words)}</small>
            </span>
          </li>
        ))}
      </ul>
      <span role="status" class="unseen">
        {open && typed && asked.answer && !asked.waiting ? (found.length ? words.chooseSuggestion(found.length) : words.nothing) : ''}
      </span>
    </div>
  )
}

export function Required(): JSX.Element {
  return (
    <span class="required" aria-hidden="true">
      {' *'}
    </span>
  )
}

/** What is typed, once somebody pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
