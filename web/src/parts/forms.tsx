import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { Required } from './Picker'

/** What a form holds, by the names of its fields; of fields with one name, the values with commas between. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue
    values[name] = values[name] ? `${values[name]},${value.trim()}` : value.trim()
  }
  return values
}

export function onSubmit(then: (values: Record<string, string>) => void): (event: JSX.TargetedSubmitEvent<HTMLFormElement>) => void {
  return (event) => {
    event.preventDefault()
    then(valuesOf(event.currentTarget))
  }
}

type FieldProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'label'> & { label: string; hint?: string; name: string }

export function Field({ label, hint, ...input }: FieldProps): JSX.Element {
  const id = useId()
  return (
    <div>
      <label for={id}>
        {label}
        {input.required && <Required />}
      </label>
      <input id={id} type="text" aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

/** Today in the Netherlands, as the service counts days. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
}
