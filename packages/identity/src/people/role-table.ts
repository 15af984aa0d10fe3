/** Who may do what, and to whom: it stands where the pages that show it can read it too. */
export { type Act, type ActTarget, mayAct, rolesThatMay, roleTable } from '@latchkey/policy'
