import type { AuthenticatorWords } from '../english.ts'

export const scan: AuthenticatorWords['scan'] = {
  title: 'Escanear un código QR',
  lead: 'Póngalo delante de la cámara. No se abre nada antes de que usted lo diga.',
  picture: 'Lo que ve la cámara',
  starting: 'La cámara se está encendiendo …',
  looking: 'Buscando un código QR …',
  again: 'Escanear otro',
  noCameraTitle: 'No se puede usar la cámara',
  noCamera:
    'Permita que esta página use la cámara, en los ajustes de su navegador para este sitio, e inténtelo otra vez.',
  passkeyTitle: 'Use la cámara de su teléfono',
  passkeyLead:
    'Este código QR inicia la sesión de alguien con una clave de acceso. Solo la aplicación de cámara de su teléfono puede asegurarse de que el otro dispositivo está cerca de usted. Continúe solo si el código está en un dispositivo que tiene delante y que está usando.',
  otherTitle: 'Esto es de otra organización',
  otherLead: (values) => `El código es de ${values.host}, que tiene su propio Authenticator.`,
  otherOpen: (values) => `Ir a ${values.host}`,
  accountTitle: '¿Añadir una cuenta profesional o educativa?',
  accountLead: 'El código es de su organización. Ahora inicia sesión.',
  unknownTitle: 'Este código no es para esta aplicación',
  unknownLead: 'Ni añade una cuenta ni genera códigos de un solo uso.',
  signIn: 'Iniciar sesión',
}
