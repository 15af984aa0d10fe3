/** The parts that our front ends are made of. They know no URL and no API, and every word in them is an argument. */
export {
  AppFrame,
  type AppFrameProps,
  type NavigationItem,
  type NavigationLinkProps,
  type NavigationSection,
} from './app-frame.tsx'
export { Badge, type Tone } from './badge.tsx'
export { Brand } from './brand.tsx'
export { Button, type ButtonProps } from './button.tsx'
export { buttonClass } from './button-class.ts'
export { Card, type CardProps } from './card.tsx'
export { Chart, type ChartProps, type ChartSeries, type ChartTone } from './chart.tsx'
export { CheckboxField, type CheckboxFieldProps } from './checkbox-field.tsx'
export { ChoiceField, type ChoiceFieldProps } from './choice-field.tsx'
export { classNames } from './class-names.ts'
export { CommandPalette, type CommandPaletteProps } from './command-palette.tsx'
export { CopyButton } from './copy-button.tsx'
export { type Column, DataTable, type DataTableProps, type Sorting } from './data-table.tsx'
export { EmptyState } from './empty-state.tsx'
export { Facts } from './facts.tsx'
export { controlClass, Field, type FieldProps, type FieldWiring } from './field.tsx'
export { List, ListRow, type ListRowProps } from './list-row.tsx'
export { Modal, type ModalProps } from './modal.tsx'
export { Notice, type NoticeProps } from './notice.tsx'
export { PageHead } from './page-head.tsx'
export { type PhoneRow, PhoneScreen, type PhoneScreenProps } from './pictures/phone-screen.tsx'
export { QrCode } from './pictures/qr-code.tsx'
export { ScanPicture } from './pictures/scan-picture.tsx'
export { SearchField, type SearchFieldProps } from './search-field.tsx'
export { SelectField, type SelectFieldProps } from './select-field.tsx'
export { Skeleton } from './skeleton.tsx'
export { SwitchField, type SwitchFieldProps } from './switch-field.tsx'
export { TabSet, type TabSetProps } from './tab-set.tsx'
export { TextArea, type TextAreaProps } from './text-area.tsx'
export { TextField, type TextFieldProps } from './text-field.tsx'
export { ToastProvider, useToast } from './toast.tsx'
