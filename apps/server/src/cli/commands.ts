import { adminPass } from './admin-pass.ts'
import { appAdd } from './app-add.ts'
import { appPermit } from './app-permit.ts'
import { attestationExplain } from './attestation-explain.ts'
import { backup } from './backup.ts'
import { breakGlassList, breakGlassMark, breakGlassUnmark } from './break-glass.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { domainRelease } from './domain-release.ts'
import { metadataLoad } from './metadata-load.ts'
import { metadataShow } from './metadata-show.ts'
import { restore } from './restore.ts'
import { rotateKey } from './rotate-key.ts'
import { serve } from './serve.ts'
import { simulateRolloutCommand } from './simulate-rollout.ts'
import { tenantCreate } from './tenant-create.ts'
import { tunnel } from './tunnel.ts'

/** Everything the command line can do, in the order the help lists it. */
export const commands: readonly Command[] = [
  serve,
  tunnel,
  tenantCreate,
  adminPass,
  appAdd,
  appPermit,
  domainRelease,
  metadataLoad,
  metadataShow,
  attestationExplain,
  breakGlassList,
  breakGlassMark,
  breakGlassUnmark,
  backup,
  restore,
  rotateKey,
  doctor,
  simulateRolloutCommand,
]
