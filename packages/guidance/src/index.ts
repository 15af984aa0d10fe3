/** What to show somebody who adds or uses a passkey, by what they hold in their hands and what the organisation allows. Pure; at home in a browser. */
export { type BuiltIn, builtInProviders } from './built-in.ts'
export { type ClientHints, clientHintHeaders, readClientHints } from './client-hints.ts'
export { type AskedFor, compareLanding, type Landed, type LandingDifference } from './compare-landing.ts'
export type { DescribedProvider, PhoneOfProvider } from './described-provider.ts'
export { type DeviceClass, deviceClasses, toDeviceClass } from './device-class.ts'
export {
  type GuideAccount,
  type GuideAsk,
  type GuideCell,
  type GuideColumn,
  type GuideLink,
  type GuidePhone,
  type GuidePlace,
  type GuidePlan,
  type GuideReason,
  type GuideStep,
  type GuideWay,
  type GuideWayKind,
  guideColumns,
  guidePhones,
  guidePlaces,
  type Reviewed,
} from './guide/guide-plan.ts'
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
export type { OwnSurface } from './own-surface.ts'
export { planWizard } from './plan-wizard.ts'
export type { Browser } from './read-browser.ts'
export { readSystem, type System } from './read-system.ts'
export type { Caution, Phone, PromptAsk, SettingsPath, Step, Wizard, WizardPlan } from './step.ts'
export { type Capabilities, readVisitor, type Visitor } from './visitor.ts'
