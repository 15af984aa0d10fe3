import { toAccent } from '@latchkey/api/accent'
import type { Tenant } from '@latchkey/identity'
import type { Language } from '@latchkey/words'
import { type CampaignWords, loadCampaignWords } from '@latchkey/words/campaign'
import type { ServerDeps } from '../../server-deps.ts'
import { guideAddress } from '../guide-address.ts'
import { sayHelpDesk } from '../say-help-desk.ts'
import { breakLines, type Face, widthOf } from './helvetica.ts'
import { type Paper, paperSizes } from './paper.ts'
import { type Colour, type Mark, writePdf } from './write-pdf.ts'

/** A poster, and the language it speaks. */
export interface DrawnPoster {
  readonly bytes: Uint8Array
  readonly spoken: Language
}

const ink: Colour = [0.06, 0.07, 0.09]
const soft: Colour = [0.32, 0.34, 0.38]
const margin = 56

/**
 * Draw the poster of an organisation as PDF: one page, the guide's address as a big QR code.
 *
 * Every reader has Helvetica, which has no Japanese, and to carry a font for it would be megabytes: whoever asks for
 * Japanese gets English here. The printable page of the admin centre speaks it.
 */
export async function drawPoster(
  deps: Pick<ServerDeps, 'stores' | 'config'>,
  tenant: Tenant,
  { language, paper }: { readonly language: Language; readonly paper: Paper },
): Promise<DrawnPoster> {
  const spoken = language === 'ja' ? 'en' : language
  const { encode } = await import('uqr')
  const [{ poster }, address] = await Promise.all([loadCampaignWords(spoken), guideAddress(deps, tenant)])
  const qr = encode(address.href, { ecc: 'M', border: 0 })
  const bytes = writePdf({
    size: paperSizes[paper],
    title: `${tenant.displayName}: ${poster.title}`,
    language: spoken,
    marks: layOut(poster, { tenant, address: address.href, qr: qr.data, paper }),
  })
  return { bytes, spoken }
}

interface Shown {
  readonly tenant: Tenant
  readonly address: string
  readonly qr: readonly (readonly boolean[])[]
  readonly paper: Paper
}

function layOut(said: CampaignWords['poster'], { tenant, address, qr, paper }: Shown): readonly Mark[] {
  const [width, height] = paperSizes[paper]
  const page = column(width)
  const accent = toColour(toAccent(tenant.settings.branding.accent).light)
  page.box({ x: 0, y: 0, width, height: 12, colour: accent })
  page.gap(72)
  page.write(tenant.displayName, { size: 18, face: 'bold', colour: accent })
  page.gap(10)
  page.write(said.title, { size: 40, face: 'bold', colour: ink })
  page.gap(6)
  page.write(said.lead({ organisation: tenant.displayName }), { size: 18, face: 'regular', colour: soft })
  page.gap(26)
  page.squares(qr, 250)
  page.gap(34)
  for (const [at, step] of said.steps.entries()) {
    page.write(`${at + 1}. ${step}`, { size: 18, face: 'bold', colour: ink })
    page.gap(6)
  }
  page.gap(8)
  page.write(said.type({ address }), { size: 14, face: 'regular', colour: soft })
  const helpDesk = sayHelpDesk(tenant)
  page.at(height - 84)
  if (helpDesk !== '') page.write(helpDesk, { size: 13, face: 'bold', colour: ink })
  page.gap(4)
  page.write(said.never, { size: 12, face: 'regular', colour: soft })
  return page.marks
}

/** A column that is written from above, everything in its middle. */
function column(width: number) {
  const marks: Mark[] = []
  let y = 0
  return {
    marks,
    box: (box: Omit<Extract<Mark, { kind: 'box' }>, 'kind'>) => marks.push({ kind: 'box', ...box }),
    gap(points: number) {
      y += points
    },
    at(place: number) {
      y = Math.max(y, place)
    },
    write(text: string, { size, face, colour }: { size: number; face: Face; colour: Colour }) {
      for (const line of breakLines(text, face, size, width - 2 * margin)) {
        const x = (width - widthOf(line, face, size)) / 2
        marks.push({ kind: 'text', x, y: y + size, size, face, text: line, colour })
        y += size * 1.25
      }
    },
    squares(rows: readonly (readonly boolean[])[], side: number) {
      const module = side / rows.length
      const left = (width - side) / 2
      for (const [row, cells] of rows.entries()) {
        for (const [at, isDark] of cells.entries()) {
          if (!isDark || cells[at - 1]) continue
          const end = cells.indexOf(false, at)
          const length = (end === -1 ? cells.length : end) - at
          marks.push({
            kind: 'box',
            x: left + at * module,
            y: y + row * module,
            // A hair more, or screens show lines between the rows.
            width: length * module + 0.15,
            height: module + 0.15,
            colour: [0, 0, 0],
          })
        }
      }
      y += side
    },
  }
}

function toColour(hex: string): Colour {
  const share = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [share(1), share(3), share(5)]
}
