import type { JSX } from 'preact'
import type { ViewProps } from '.'
import { useAnswer } from '../asking'
import { type ContactsQuery, ContactsDocument, type Mandate } from '../asked/graphql'
import { to } from '../address'
import { Answer } from '../parts/Answer'
import { Draft } from '../parts/Draft'
import { Length, LineList, Strip } from '../parts/Line'
import { NeedForm } from '../parts/NeedForm'
import { NodeLink, NodeLinks } from '../parts/NodeLink'
import { useViewer } from '../viewer'
import { useWords, useWriting } from '../words'

type Contact = NonNullable<ContactsQuery['network']['contacts']>[number]

export function Contacts({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const { viewer } = useViewer()
  const from = at['from'] ?? viewer?.person?.id
  const need = { sector: at['sector'], area: at['area'], theme: at['theme'], mandate: at['mandate'] as Mandate | undefined }
  const asked = Boolean(need.sector || need.area || need.theme || need.mandate)
  const contacts = useAnswer(ContactsDocument, asked ? { need, from, on } : null)
  return (
    <>
      <h1>{words.contacts}</h1>
      <NeedForm at={at} on={on} />
      <Answer of={contacts}>
        {({ network }) => (
          <>
            {!from && <p class="note">{words.noAsker}</p>}
            {network.contacts?.length ? (
              <ol class="contacts">
                {network.contacts.map((contact, index) => (
                  <ContactCard key={contact.person?.id ?? contact.organisation.id + index} contact={contact} theme={at['theme'] ?? ''} from={from} />
                ))}
              </ol>
            ) : (
              <p>{words.noContacts}</p>
            )}
          </>
        )}
      </Answer>
    </>
  )
}

function ContactCard({ contact, theme, from }: { contact: Contact; theme: string; from: string | undefined }): JSX.Element {
  const words = useWords()
  const { person, organisation, function: held, deputies, path } = contact
  return (
    <li class="contact">
      <h2>{person ? <NodeLink node={person} /> : <NodeLink node={organisation} />}</h2>
      <p class="role">
        {!person && words.nobodyKnown}
        {person && held?.title && `${held.title}, `}
        {person && <NodeLink node={organisation} />}
      </p>
      <Ways contact={contact} />
      {deputies.length > 0 && (
        <p>
          {words.deputy}: <NodeLinks nodes={deputies} />
        </p>
      )}
      {path ? (
        <div class="path">
          <Strip line={path} />
          <details>
            <summary>
              {words.lineTo}: <Length line={path} />
            </summary>
            <LineList line={path} />
            {person && from && <a href={to('line', { to: person.id })}>{words.alternatives}</a>}
          </details>
        </div>
      ) : (
        from && person && <p class="note">{words.noLine}</p>
      )}
      <Draft contact={contact} theme={theme} />
      <Reasons contact={contact} />
    </li>
  )
}

function Ways({ contact: { person, mailbox, phone, organisation } }: { contact: Contact }): JSX.Element {
  const words = useWords()
  const box = mailbox ?? organisation.mailbox
  const number = person?.phone ?? phone
  return (
    <dl class="ways">
      {person?.email && <Way name={words.email} href={`mailto:${person.email}`} text={person.email} />}
      {box && <Way name={words.mailbox} href={`mailto:${box}`} text={box} />}
      {number && <Way name={words.phone} href={`tel:${number}`} text={number} />}
    </dl>
  )
}

function Way({ name, href, text }: { name: string; href: string; text: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={href}>{text}</a>
      </dd>
    </div>
  )
}

/** Every point of the score: the kind in the language of the page, the text as it stands in the network. */
function Reasons({ contact }: { contact: Contact }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const telling = ['FUNCTION', 'THEME', 'SEAT', 'AREA']
  return (
    <details>
      <summary>
        {words.why}: {words.points(writing.points(contact.score))}
      </summary>
      <ul>
        {contact.reasons.map((reason, index) => (
          <li key={index}>
            {words.contactReasons[reason.kind]}
            {telling.includes(reason.kind) && `: ${reason.text}`} ({writing.points(reason.points)})
          </li>
        ))}
      </ul>
    </details>
  )
}
