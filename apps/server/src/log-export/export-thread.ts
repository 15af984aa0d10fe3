/** The thread of one export: makes a piece whenever it is asked for one, and ends with its reader. Begun by `log-reader.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { exportLog } from './export-log.ts'
import type { ExportAnswer, ExportStart } from './log-ask.ts'
import { openLogTools } from './open-log-tools.ts'
import { yieldToOthers } from './yield-to-others.ts'

yieldToOthers()
const { ask, now, ...start }: ExportStart = workerData
const tools = { ...(await openLogTools(start)), now: () => now }
const pieces = exportLog(tools, ask)

parentPort?.on('message', async () => {
  const answer = await nextPiece()
  // Handed over, not copied: the other thread has better things to do.
  const { buffer } = 'piece' in answer && answer.piece !== undefined ? answer.piece : {}
  parentPort?.postMessage(answer, buffer instanceof ArrayBuffer ? [buffer] : [])
})

async function nextPiece(): Promise<ExportAnswer> {
  try {
    const { value } = await pieces.next()
    return { piece: value ?? undefined }
  } catch (cause) {
    return { failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}
