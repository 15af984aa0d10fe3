/** The whole way to a passkey, for somebody of whom nothing is known yet. A door of its own: who only signs in never needs its steps. */
export { isGuideStep } from './guide/is-guide-step.ts'
export { planGuide } from './guide/plan-guide.ts'
