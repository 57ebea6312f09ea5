import type { ComponentType } from 'preact'
import type { Address, View } from '../address'
import { Contacts } from './Contacts'
import { Home } from './Home'
import { Line } from './Line'
import { List } from './List'
import { Node } from './Node'
import { Search } from './Search'
import { Work } from './Work'
import { Write } from './write'
import { Draw } from './Draw'

export type ViewProps = { at: Address; on: string | undefined }
export const views: Record<View, ComponentType<ViewProps>> = {
  home: Home,
  search: Search,
  contacts: Contacts,
  line: Line,
  node: Node,
  list: List,
  draw: Draw,
  work: Work,
  write: Write,
}
