/** The sections of the page in their order, as `?section=` and the palette name them. */
export const settingsSections = ['appearance', 'notifications', 'practice', 'data', 'start', 'about'] as const

/** The id of a section's element. */
export const sectionId = (name: string): string => `settings-${name}`
