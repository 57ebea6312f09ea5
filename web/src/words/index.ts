/** The language of the page: the address says it, or else the browser. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Address } from '../address'
import { en } from './en'
import { nl, type Words } from './nl'

export type { Words } from './nl'
export type Language = 'nl' | 'en'

export const Spoken = createContext<{ words: Words; language: Language }>({ words: nl, language: 'nl' })

export function languageOf(at: Address): Language {
  const asked = at['lang'] ?? navigator.language.slice(0, 2)
  return asked === 'en' ? 'en' : 'nl'
}

export function wordsOf(language: Language): Words {
  return language === 'en' ? en : nl
}

export function useWords(): Words {
  return useContext(Spoken).words
}

export type Writing = { date: (day: string | null | undefined) => string; number: (n: number) => string; percent: (n: number) => string; points: (n: number) => string }

/** Dates and numbers as the language writes them. */
export function useWriting(): Writing {
  const { language, words } = useContext(Spoken)
  const locale = language === 'en' ? 'en-GB' : 'nl-NL'
  return {
    date: (day) =>
      day ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day.slice(0, 10))) : words.unknown,
    number: (n) => new Intl.NumberFormat(locale).format(n),
    percent: (n) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: n < 0.1 ? 1 : 0 }).format(n),
    points: (n) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(n),
  }
}
