/** How every form is saved: one change, with its reason; what came of it, and its undoing. */
import type { ComponentChildren, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { to } from '../../address'
import { ask, forget, Refusal } from '../../asking'
import { RevertDocument, type WhatWasWrittenFragment } from '../../asked/graphql'
import { Refused } from '../../parts/Answer'
import { Field, valuesOf } from '../../parts/forms'
import { isSteward, useViewer } from '../../viewer'
import { useWords } from '../../words'

type Written = WhatWasWrittenFragment | null | undefined
export type Values = Record<string, string>
type Saved = { version: number | undefined; because: string; shown: string | undefined }

type Props = {
  /** Writes; what it gives is what the change came to. */
  write: (values: Values) => Promise<Written>
  /** The node to look at afterwards; the first id of the change where nothing is said. */
  shows?: (written: NonNullable<Written>, values: Values) => string | undefined
  /** Looks before saving: what it gives is shown, and the form is not saved. */
  before?: (values: Values) => Promise<boolean>
  withoutReason?: boolean
  children: ComponentChildren
  button?: string
}

export function Saving({ write, shows, before, withoutReason, children, button }: Props): JSX.Element {
  const words = useWords()
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const save = async () => {
    if (!form.current || saving) return
    const values = valuesOf(form.current)
    setSaving(true)
    setRefusal(null)
    setSaved(null)
    try {
      if (before && !(await before(values))) return
      const written = await write(values)
      forget()
      const shown = written && (shows ? shows(written, values) : written.ids[0])
      setSaved({ version: written?.change?.version, because: values['because'] ?? '', shown: shown || undefined })
    } catch (fault) {
      setRefusal(fault instanceof Refusal ? fault : new Refusal('INTERNAL', String(fault)))
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <form
        ref={form}
        class="question"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {children}
        {!withoutReason && <Field label={words.because} name="because" hint={words.becauseHint} required maxLength={500} />}
        <button type="submit" class="main" disabled={saving}>
          {button ?? words.save}
        </button>
      </form>
      {refusal && <Refused refusal={refusal} kept />}
      {saved && <Done key={saved.version ?? 0} saved={saved} />}
    </>
  )
}

function Done({ saved }: { saved: Saved }): JSX.Element {
  const words = useWords()
  const known = useViewer()
  const [undone, setUndone] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { version, because, shown } = saved
  const undo = async () => {
    if (version === undefined) return
    try {
      await ask(RevertDocument, { version, because: words.undoBecause(because || String(version)) })
      forget()
      setUndone(true)
    } catch (fault) {
      setRefusal(fault as Refusal)
    }
  }
  return (
    <div class="saved" role="status">
      <p>{undone ? words.undone : version === undefined ? words.savedNothing : words.saved(version)}</p>
      {!undone && (
        <p class="actions">
          {shown && (
            <a class="button" href={to('node', { id: shown })}>
              {words.openSaved}
            </a>
          )}
          {version !== undefined &&
            (isSteward(known) ? (
              <button type="button" onClick={undo}>
                {words.undo}
              </button>
            ) : (
              <small>{words.undoByStewards}</small>
            ))}
        </p>
      )}
      {refusal && <Refused refusal={refusal} />}
    </div>
  )
}

/** A line of a network file without what was not filled in. */
export function line(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '' && value !== undefined && value !== null))
}

export function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
