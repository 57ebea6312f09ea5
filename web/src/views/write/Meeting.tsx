import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { ViewProps } from '..'
import { ask, Refusal } from '../../asking'
import { type DescribedFragment, PutDocument, RecordMeetingDocument } from '../../asked/graphql'
import { Refused } from '../../parts/Answer'
import { coalitionsOf, Select, useChoices } from '../../parts/Choices'
import { describe } from '../../parts/describe'
import { Field, today } from '../../parts/forms'
import { isSteward, useViewer } from '../../viewer'
import { useWords } from '../../words'
import { attendance, type Attendee, recognised } from './attendance'
import { line, Saving, type Values } from './saving'

const NEW = 'new'
type Row = { attendee: Attendee; candidates: DescribedFragment[]; chosen: string }

/** A meeting, from the list of who attended it as it stands in an e-mail or a table. */
export function Meeting({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const id = useId()
  const [pasted, setPasted] = useState('')
  const [rows, setRows] = useState<Row[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const recognise = async () => {
    try {
      setRefusal(null)
      setRows((await recognised(attendance(pasted))).map((row) => ({ ...row, chosen: row.candidates.length === 1 ? (row.candidates[0]?.id ?? '') : '' })))
    } catch (fault) {
      setRefusal(fault as Refusal)
    }
  }
  const choose = (index: number, chosen: string) => setRows(rows.map((row, at) => (at === index ? { ...row, chosen } : row)))
  return (
    <Saving write={(values) => record(values, rows)}>
      <Field label={words.meetingName} name="name" required maxLength={200} />
      <Field label={words.meetingDate} name="date" type="date" required max={today()} defaultValue={today()} />
      <Select label={words.coalition} name="coalition" choices={coalitionsOf(choices)} value={at['coalition']} empty="–" />
      <div class="wideField">
        <label for={id}>{words.attendance}</label>
        <textarea id={id} rows={6} value={pasted} onInput={(event) => setPasted(event.currentTarget.value)} aria-describedby={`${id}-hint`} />
        <small id={`${id}-hint`}>{words.attendanceHint}</small>
        <p>
          <button type="button" onClick={recognise}>
            {words.recognise}
          </button>
        </p>
        {refusal && <Refused refusal={refusal} kept />}
        {rows.length > 0 && <Recognised rows={rows} choose={choose} />}
      </div>
    </Saving>
  )
}

function Recognised({ rows, choose }: { rows: readonly Row[]; choose: (index: number, chosen: string) => void }): JSX.Element {
  const words = useWords()
  const known = useViewer()
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={words.recognised}>
      <table>
        <caption>{words.recognised}</caption>
        <thead>
          <tr>
            <th scope="col">{words.onTheList}</th>
            <th scope="col">{words.inTheNetwork}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                {row.attendee.name} {row.attendee.email && <small>{row.attendee.email}</small>}
              </th>
              <td>
                <select aria-label={row.attendee.name} value={row.chosen} onChange={(event) => choose(index, event.currentTarget.value)}>
                  <option value="">{words.leaveOut}</option>
                  {row.candidates.map((node) => (
                    <option key={node.id} value={node.id}>
                      {node.name} ({describe(node, words)})
                    </option>
                  ))}
                  {isSteward(known) && <option value={NEW}>{words.addNew}</option>}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One change, whoever is new included. */
async function record(values: Values, rows: readonly Row[]) {
  const { name = '', date = '', coalition, because = '' } = values
  const known = [...new Set(rows.map((row) => row.chosen).filter((chosen) => chosen && chosen !== NEW))]
  const strangers = rows.filter((row) => row.chosen === NEW)
  if (!strangers.length) return (await ask(RecordMeetingDocument, { name, date, attendees: known, coalition: coalition || null, because })).recordMeeting
  const people = strangers.map(({ attendee }, index) => line({ node: 'Person', id: `_:p${index}`, name: attendee.name, email: attendee.email }))
  const attended = [...known, ...people.map((person) => person['id'])].map((from) => ({ relation: 'ATTENDED', from, to: '_:meeting' }))
  const held = coalition ? [{ relation: 'HELD_BY', from: '_:meeting', to: coalition }] : []
  const lines = [{ node: 'Meeting', id: '_:meeting', name, date }, ...held, ...people, ...attended]
  return (await ask(PutDocument, { lines, because })).put
}
