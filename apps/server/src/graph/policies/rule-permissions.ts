import type { GraphPermissions } from '../graph-route.ts'

const both = (...names: readonly string[]): GraphPermissions => ({ delegated: names, application: names })

/** What opens the methods policy. */
export const methodsPolicy = {
  read: both('Policy.Read.AuthenticationMethod', 'Policy.ReadWrite.AuthenticationMethod', 'Policy.Read.All'),
  write: both('Policy.ReadWrite.AuthenticationMethod'),
}

/** What opens authentication strengths. */
export const strengths = {
  read: both(
    'Policy.Read.AuthenticationMethod',
    'Policy.ReadWrite.AuthenticationMethod',
    'Policy.Read.All',
    'Policy.Read.ConditionalAccess',
    'Policy.ReadWrite.ConditionalAccess',
  ),
  write: both('Policy.ReadWrite.AuthenticationMethod', 'Policy.ReadWrite.ConditionalAccess'),
}

/** What opens Conditional Access. */
export const conditionalAccess = {
  read: both('Policy.Read.ConditionalAccess', 'Policy.ReadWrite.ConditionalAccess', 'Policy.Read.All'),
  write: both('Policy.ReadWrite.ConditionalAccess'),
}

/** What opens terms of use. */
export const agreements = {
  read: both('Agreement.Read.All', 'Agreement.ReadWrite.All'),
  write: both('Agreement.ReadWrite.All'),
}

/** What opens what people said to them. */
export const agreementAcceptances = both('AgreementAcceptance.Read.All')

/** What opens what-if: it shows no more than the policies themselves. */
export const evaluation = conditionalAccess.read

/** What shows all the rules at once. */
export const everyRule = both('Policy.Read.All')
