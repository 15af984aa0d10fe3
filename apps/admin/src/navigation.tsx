import type { NavigationSection } from '@latchkey/ui'
import type { CentreWords } from '@latchkey/words/centre'
import {
  AppWindow,
  BadgeCheck,
  BellRing,
  BookOpen,
  CalendarDays,
  ChartNoAxesColumn,
  FileClock,
  Fingerprint,
  FlaskConical,
  Globe,
  House,
  Inbox,
  KeyRound,
  Laptop,
  ListChecks,
  LogIn,
  Mail,
  MapPin,
  Paintbrush,
  PlaneTakeoff,
  Rocket,
  ScrollText,
  Settings,
  Share2,
  ShieldCheck,
  Siren,
  UserCog,
  Users,
  UsersRound,
} from 'lucide-react'

/** Every place of the admin centre, in the order of the work that is done there. */
export function listSections({ shell }: Pick<CentreWords, 'shell'>): readonly NavigationSection[] {
  const { places } = shell
  return [
    { items: [{ label: places.home, href: '/', icon: <House /> }] },
    {
      label: places.directory,
      items: [
        { label: places.people, href: '/people', icon: <Users /> },
        { label: places.requests, href: '/requests', icon: <Inbox /> },
        { label: places.groups, href: '/groups', icon: <UsersRound /> },
        { label: places.roles, href: '/roles', icon: <UserCog /> },
        { label: places.devices, href: '/devices', icon: <Laptop /> },
      ],
    },
    {
      label: places.signIn,
      items: [
        { label: places.methods, href: '/methods', icon: <Fingerprint /> },
        { label: places.models, href: '/models', icon: <KeyRound /> },
        { label: places.strengths, href: '/strengths', icon: <BadgeCheck /> },
      ],
    },
    {
      label: places.rules,
      items: [
        { label: places.access, href: '/access', icon: <ShieldCheck /> },
        { label: places.locations, href: '/locations', icon: <MapPin /> },
        { label: places.terms, href: '/terms', icon: <ScrollText /> },
        { label: places.whatIf, href: '/what-if', icon: <FlaskConical /> },
        { label: places.history, href: '/history', icon: <FileClock /> },
      ],
    },
    {
      label: places.rollout,
      items: [
        { label: places.rolloutNumbers, href: '/rollout', icon: <ChartNoAxesColumn /> },
        { label: places.preflight, href: '/rollout/preflight', icon: <PlaneTakeoff /> },
        { label: places.pilot, href: '/rollout/pilot', icon: <Rocket /> },
        { label: places.nudge, href: '/rollout/nudge', icon: <BellRing /> },
        { label: places.rolloutGuide, href: '/rollout/guide', icon: <BookOpen /> },
        { label: places.rolloutWaves, href: '/rollout/waves', icon: <CalendarDays /> },
        { label: places.rolloutMails, href: '/rollout/mails', icon: <Mail /> },
      ],
    },
    {
      label: places.organisation,
      items: [
        { label: places.apps, href: '/apps', icon: <AppWindow /> },
        { label: places.domains, href: '/domains', icon: <Globe /> },
        { label: places.branding, href: '/branding', icon: <Paintbrush /> },
        { label: places.breakGlass, href: '/emergency', icon: <Siren /> },
        { label: places.settings, href: '/settings', icon: <Settings /> },
      ],
    },
    {
      label: places.records,
      items: [
        { label: places.signIns, href: '/sign-ins', icon: <LogIn /> },
        { label: places.audits, href: '/audits', icon: <ListChecks /> },
        { label: places.logStreams, href: '/log-streams', icon: <Share2 /> },
      ],
    },
  ]
}
