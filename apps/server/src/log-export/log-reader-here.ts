import { Readable } from 'node:stream'
import { countHome, type Shelves } from '@latchkey/identity'
import { countRollout, listLeft, type NumbersShelves } from '@latchkey/rollout'
import { exportLog } from './export-log.ts'
import type { LogReader } from './log-reader.ts'
import type { LogTools } from './log-source.ts'
import { readLogPage } from './read-log-page.ts'

/** A reader within the process: for tests, whose database is nobody else's to open. */
export function logReaderHere(
  tools: LogTools & { readonly shelves: Pick<Shelves, 'home'> & NumbersShelves },
): LogReader {
  let exporting = 0
  return {
    readPage: (ask, before) => readLogPage(tools, ask, before),
    openExport(ask) {
      exporting++
      const bytes = Readable.from(exportLog(tools, ask), { objectMode: false })
      return bytes.once('close', () => void exporting--)
    },
    get exporting() {
      return exporting
    },
    countHome: (tenantId) => countHome(tools.shelves, tools, tenantId),
    countModels: (tenantId) => tools.shelves.home.countModels(tenantId),
    countRollout: (ask) => countRollout(tools.shelves, tools, ask),
    listLeft: (ask) => listLeft(tools.shelves, tools, ask),
    stop: async () => {},
  }
}
