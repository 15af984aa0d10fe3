/** What is asked again inside every unit that changes rules: it must not read all that a tenant has. */
export const lockOut = (): readonly string[] => [
  `create index used_pass on temporary_access_pass (tenant_id) where used_at is not null`,

  // There are two of them at most.
  `create index account_for_emergencies on person (tenant_id, user_id) where break_glass = 1`,
]
