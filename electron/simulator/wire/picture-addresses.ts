/** Where the simulator itself serves what the platform has on its picture servers. */
export const iconAddress = (baseUrl: string, icon: string): string => `${baseUrl}/cdn/icon/${icon}.png`
export const reviewPictureAddress = (baseUrl: string, picture: string): string => `${baseUrl}/cdn/review/${picture}.png`
export const trialCodeAddress = (baseUrl: string, query: URLSearchParams): string =>
  `${baseUrl}/cdn/qr/code.png?${query.toString()}`
