import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Schema } from '../schema.ts'

/** Sign-ins that a policy which is only watched would not have let through, or not without asking for more. */
export const wouldFail = (
  e: ExpressionBuilder<Schema, 'sign_in'>,
): ExpressionWrapper<Schema, 'sign_in', SqlBool> =>
  e.or([
    e('decision', 'like', e.val('%"result":"reportOnlyFailure"%')),
    e('decision', 'like', e.val('%"result":"reportOnlyInterrupted"%')),
  ])
