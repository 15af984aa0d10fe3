import { IdentityRefusal } from '@latchkey/identity'
import {
  changeRules,
  type RuleChange,
  type RuleChangeTerms,
  type RulesChanged,
} from '@latchkey/identity/administer'

/** Change rules, whoever they shut out: the list that a refusal carries is acknowledged. */
export async function changeKnowingly(
  deps: Parameters<typeof changeRules>[0],
  by: Parameters<typeof changeRules>[1],
  changes: readonly RuleChange[],
  terms: RuleChangeTerms = {},
): Promise<RulesChanged> {
  try {
    return await changeRules(deps, by, changes, terms)
  } catch (refusal) {
    if (!(refusal instanceof IdentityRefusal && refusal.code === 'would_block_users')) throw refusal
    const acknowledge = refusal.affected?.acknowledgement ?? ''
    return await changeRules(deps, by, changes, { ...terms, acknowledge })
  }
}
