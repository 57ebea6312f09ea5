import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { ContactsQuery } from '../asked/graphql'
import { useViewer } from '../viewer'
import { useWords, type Words } from '../words'

type Contact = NonNullable<ContactsQuery['network']['contacts']>[number]
type Letter = { to: string; name: string; subject: string; text: string }

/** A draft of the e-mail: to whoever can introduce, or to the contact where nobody stands between. */
export function Draft({ contact, theme }: { contact: Contact; theme: string }): JSX.Element | null {
  const words = useWords()
  const { viewer } = useViewer()
  const id = useId()
  const me = contact.path?.people[0]?.name ?? viewer?.person?.name ?? ''
  const letter = letterFor(contact, theme, me, words)
  const [text, setText] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  if (!letter) return null
  const shown = text ?? letter.text
  const copy = () => navigator.clipboard.writeText(shown).then(() => setCopied(true))
  const mail = `mailto:${encodeURIComponent(letter.to)}?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(shown)}`
  return (
    <details class="draft">
      <summary>{words.draftTo(letter.name)}</summary>
      <p>
        <strong>{letter.subject}</strong>
      </p>
      <label for={id} class="unseen">
        {words.text}
      </label>
      <textarea id={id} rows={9} value={shown} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="actions">
        <a class="button" href={mail}>
          {words.openMail}
        </a>
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{copied && words.copied}</span>
      </p>
    </details>
  )
}

function letterFor(contact: Contact, theme: string, me: string, words: Words): Letter | null {
  const { person, path, organisation } = contact
  const introducer = path && path.length > 1 ? path.people[1] : undefined
  if (introducer && person) {
    const role = [contact.function?.title, organisation.name].filter(Boolean).join(', ')
    const text = words.draftIntroduce({ to: firstName(introducer.name), target: person.name, role, theme, me })
    return { to: introducer.email ?? '', name: introducer.name, subject: words.draftSubject(person.name), text }
  }
  const to = person?.email ?? contact.mailbox
  if (!to && !person) return null
  const name = person?.name ?? organisation.name
  return { to: to ?? '', name, subject: words.draftDirectSubject(theme), text: words.draftDirect({ to: name, theme, me }) }
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
