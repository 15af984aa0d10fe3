import { adminPass } from './admin-pass.ts'
import { appAdd } from './app-add.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { restore } from './restore.ts'
import { rotateKey } from './rotate-key.ts'
import { serve } from './serve.ts'
import { tenantCreate } from './tenant-create.ts'

/** Everything the command line can do, in the order the help lists it. */
export const commands: readonly Command[] = [
  serve,
  tenantCreate,
  adminPass,
  appAdd,
  backup,
  restore,
  rotateKey,
  doctor,
]
