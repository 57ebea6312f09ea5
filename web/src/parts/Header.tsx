import type { JSX } from 'preact'
import { type Address, go, here, to, type View, viewOf } from '../address'
import { isSteward, mayWrite, useViewer } from '../viewer'
import { useWords } from '../words'
import { onSubmit } from './forms'
import { Picker } from './Picker'

export function Header({ at }: { at: Address }): JSX.Element {
  const words = useWords()
  const known = useViewer()
  const current = viewOf(at)
  const entries: View[] = ['contacts', 'line', 'list', 'draw']
  if (mayWrite(known)) entries.push('write')
  if (isSteward(known)) entries.push('work')
  return (
    <header class="top">
      <div class="bar">
        <a class="brand" href={to('home')}>
          <img src="explorer/icon.svg" alt="" width="28" height="28" />
          {words.name}
        </a>
        <div role="search" class="finder">
          <Picker
            label={words.search}
            hint={words.searchHint}
            hideLabel
            clear
            on={at['on']}
            onPick={(node) => node && go(to('node', { id: node.id }))}
            onText={(text) => go(to('search', { text }))}
          />
        </div>
        <SignedIn />
        <a class="language" href={here({ lang: words.otherLanguage === 'English' ? 'en' : 'nl' }, at)} lang={words.otherLanguage === 'English' ? 'en' : 'nl'}>
          {words.otherLanguage}
        </a>
      </div>
      <div class="bar second">
        <nav aria-label={words.mainMenu}>
          <ul>
            {entries.map((view) => (
              <li key={view}>
                <a href={to(view)} aria-current={view === current ? 'page' : undefined}>
                  {words[view as 'contacts']}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <DatesAsked at={at} />
      </div>
    </header>
  )
}

function DatesAsked({ at }: { at: Address }): JSX.Element {
  const words = useWords()
  const change = (name: 'on' | 'with') => (event: JSX.TargetedEvent<HTMLInputElement>) => {
    const { value, validity } = event.currentTarget
    if (!validity.badInput && (value === '' || /^[12]\d{3}-/.test(value))) go(here({ [name]: value }, at))
  }
  return (
    <form class="dates" onSubmit={onSubmit(() => undefined)}>
      <label>
        {words.date} <input type="date" value={at['on'] ?? ''} onChange={change('on')} title={words.today} />
      </label>
      <label>
        {words.compare} <input type="date" value={at['with'] ?? ''} onChange={change('with')} />
      </label>
    </form>
  )
}

function SignedIn(): JSX.Element | null {
  const words = useWords()
  const { viewer, signIn } = useViewer()
  if (!viewer) return null
  if (viewer.role === 'PUBLIC' && !viewer.name)
    return signIn ? (
      <a class="signing" href={`sign-in?to=${encodeURIComponent(location.pathname + location.search)}`}>
        {words.signIn}
      </a>
    ) : null
  return (
    <span class="signing">
      {words.signedInAs(viewer.name, words.roles[viewer.role])}
      {viewer.explanation && (
        <details>
          <summary>{words.explanation}</summary>
          <span lang="en">{viewer.explanation}</span>
        </details>
      )}
      {signIn && (
        <button type="button" onClick={signOut}>
          {words.signOut}
        </button>
      )}
    </span>
  )
}

async function signOut(): Promise<void> {
  const response = await fetch('sign-out', { method: 'POST', headers: { Accept: 'application/json' } })
  const { to } = (await response.json()) as { to?: string }
  location.assign(to ?? '.')
}

export function Footer(): JSX.Element {
  const words = useWords()
  return (
    <footer>
      <a href="graphiql">{words.graphiql}</a>
    </footer>
  )
}
