import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One piece of work with a TPM: tools of `tpm2-tools`, and a folder for what they read and write. */
export interface TpmWork {
  /** Where files stand while the work lasts; nobody else may look into it. */
  readonly folder: string
  /** Run a tool; its files are named relative to the folder. @throws Error with what it said */
  run(tool: TpmTool, ...argv: readonly string[]): Promise<void>
}

export type TpmTool =
  | 'tpm2_certifycreation'
  | 'tpm2_create'
  | 'tpm2_createprimary'
  | 'tpm2_getcap'
  | 'tpm2_load'
  | 'tpm2_readpublic'
  | 'tpm2_sign'

/** A TPM, as `tpm2-tools` reach it. */
export interface Tpm {
  /** Do something with it. One piece of work waits for the one before, for there is room for few keys in a TPM. */
  work<T>(does: (work: TpmWork) => Promise<T>): Promise<T>
}

/** A TPM that does not answer in this time does not answer. */
const timeoutMilliseconds = 30_000

/**
 * Speak to a TPM.
 *
 * @param tcti how `tpm2-tools` reach it. The kernel's resource manager is what an ordinary system has.
 */
export function openTpm(tcti = 'device:/dev/tpmrm0'): Tpm {
  let last: Promise<unknown> = Promise.resolve()

  async function inFolder<T>(does: (work: TpmWork) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-tpm-'))
    // Without a resource manager what a tool has loaded stays loaded, and there is room for three.
    const run = async (tool: TpmTool, ...argv: readonly string[]) => {
      try {
        await runTool(tcti, folder, tool, argv)
      } finally {
        if (leavesLoaded.has(tool)) await runTool(tcti, folder, 'tpm2_flushcontext', ['-t'])
      }
    }
    try {
      return await does({ folder, run })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  return {
    work(does) {
      const done = last.then(() => inFolder(does))
      last = done.catch(() => undefined)
      return done
    },
  }
}

const leavesLoaded: ReadonlySet<TpmTool> = new Set([
  'tpm2_certifycreation',
  'tpm2_create',
  'tpm2_createprimary',
  'tpm2_load',
  'tpm2_readpublic',
  'tpm2_sign',
])

function runTool(tcti: string, folder: string, tool: string, argv: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TPM2TOOLS_TCTI: tcti, TSS2_LOG: 'all+NONE' }
    execFile(tool, argv, { cwd: folder, env, timeout: timeoutMilliseconds }, (cause, _, said) => {
      if (cause === null) resolve()
      else reject(new Error(`${tool}: ${said.trim() || 'did not run'}`, { cause }))
    })
  })
}

/**
 * Find the TPM of this machine: there is a device, the tools are installed, and we may use it.
 *
 * @returns absent if any of that is not so
 */
export async function findTpm(tcti?: string): Promise<Tpm | undefined> {
  const tpm = openTpm(tcti)
  try {
    await tpm.work(({ run }) => run('tpm2_getcap', 'properties-fixed'))
    return tpm
  } catch {
    return undefined
  }
}
