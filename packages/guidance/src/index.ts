/** What to show somebody who adds or uses a passkey, by what they hold in their hands and what the organisation allows. Pure; at home in a browser. */
export { type AskedFor, compareLanding, type Landed, type LandingDifference } from './compare-landing.ts'
export type { DescribedProvider, PhoneOfProvider } from './described-provider.ts'
export { type DeviceVerdict, judgeDevice, type PhoneNeeds, phoneNeeds } from './judge-device.ts'
export { listOffers, type Offer, type OfferKind } from './list-offers.ts'
export {
  type NewPhoneStep,
  type PhoneSituation,
  planHelpDeskCall,
  planNewPhone,
} from './new-phone.ts'
export {
  type KnownToPolicy,
  type ModelPlace,
  type OfferedProvider,
  type OpenPolicy,
  type Standing,
  toOpenPolicy,
} from './open-policy.ts'
export { planWizard } from './plan-wizard.ts'
export type { Browser } from './read-browser.ts'
export { readSystem, type System } from './read-system.ts'
export type { Caution, Phone, PromptAsk, SettingsPath, Step, Wizard, WizardPlan } from './step.ts'
export { readVisitor, type Visitor } from './visitor.ts'
