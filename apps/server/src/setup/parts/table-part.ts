import { type GuideCell, type GuideColumn, guideColumns, guidePlaces } from '@latchkey/guidance'
import { type Html, html } from '../../page/html.ts'
import { listInWords } from '../../page/list-in-words.ts'
import type { SetupView } from '../setup-view.ts'

/** Where a passkey can be: each place on each kind of device, and for what cannot be, why and what is nearest. */
export function tablePart(view: SetupView): Html {
  const { plan, guide } = view
  const { table, columns, places } = guide.plan
  const head = (column: GuideColumn) =>
    html`<th scope="col"${column === plan.column && html` class="mine"`}>${columns[column]}${column === plan.column && html`<small>${table.here}</small>`}</th>`
  const rows = guidePlaces.map((place) => {
    const cells = guideColumns.map((column) =>
      plan.table.find((cell) => cell.place === place && cell.column === column),
    )
    return html`<tr><th scope="row">${places[place].label}<small>${places[place].about}</small></th>${cells.map((cell) => cell !== undefined && drawCell(view, cell))}</tr>`
  })
  return html`<section><h2 id="possible">${table.title}</h2><table aria-labelledby="possible"><thead><tr><td></td>${guideColumns.map(head)}</tr></thead><tbody>${rows}</tbody></table></section>`
}

function drawCell({ plan, guide, said }: SetupView, cell: GuideCell): Html {
  const { table, columns, places, reasons } = guide.plan
  const mine = cell.column === plan.column ? ' mine' : ''
  // Said in each cell for those who see no columns, on a narrow screen.
  const label = html`<b class="column">${columns[cell.column]}</b>`
  if (cell.possible) {
    return html`<td class="yes${mine}">${label}<span><b class="sign">${table.yes}</b>${cell.names.length > 0 && html`<small>${listInWords(said, cell.names)}</small>`}</span></td>`
  }
  const { nearest } = cell
  const near =
    nearest &&
    html`<small>${table.nearest({ place: places[nearest.place].label, column: columns[nearest.column] })}</small>`
  return html`<td class="no${mine}">${label}<span><b class="sign">${table.no}</b><small>${reasons[cell.because]}</small>${near}</span></td>`
}
