import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Address, followLinks, useAddress, viewOf } from './address'
import { useAnswer } from './asking'
import { ViewerDocument } from './asked/graphql'
import { Footer, Header } from './parts/Header'
import { Dates } from './parts/Dates'
import { Refused } from './parts/Answer'
import { Asking } from './viewer'
import { views } from './views'
import { languageOf, Spoken, wordsOf } from './words'

function Page() {
  const at = useAddress()
  const language = languageOf(at)
  const words = wordsOf(language)
  const viewer = useAnswer(ViewerDocument, {})
  const signIn = useService()
  const view = viewOf(at)
  useFocusOn(`${view} ${at['id'] ?? ''}`)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    document.title = view === 'home' ? words.name : `${words[view === 'node' ? 'details' : view]} · ${words.name}`
  }, [view, words])
  const known = { viewer: viewer.answer?.viewer, version: viewer.answer?.network.version, signIn }
  return (
    <Spoken.Provider value={{ words, language }}>
      <Asking.Provider value={known}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Header at={at} />
        <main id="main" tabIndex={-1} class={`view-${view}`}>
          {viewer.refusal && viewer.refusal.code === 'UNAUTHENTICATED' && <Refused refusal={viewer.refusal} again={viewer.again} />}
          <Dated at={at} />
        </main>
        <Footer />
      </Asking.Provider>
    </Spoken.Provider>
  )
}

/** The view on its date, or on two dates side by side. */
function Dated({ at }: { at: Address }) {
  const View = views[viewOf(at)]
  const comparable = ['node', 'contacts', 'list', 'home', 'line'].includes(viewOf(at))
  if (!at['with'] || !comparable) return <View at={at} on={at['on']} />
  return <Dates at={at} View={View} />
}

/** What is new on the page is where the keyboard goes on; not when the page has just come. */
function useFocusOn(place: string) {
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [place])
}

function useService(): boolean {
  const [signIn, setSignIn] = useState(false)
  useEffect(() => {
    fetch('explorer/service.json')
      .then((response) => response.json())
      .then((service: { signIn: boolean }) => setSignIn(service.signIn), () => undefined)
  }, [])
  return signIn
}

document.addEventListener('click', followLinks)
const root = document.getElementById('page')
if (root) {
  root.replaceChildren()
  render(<Page />, root)
}
