export const variableTypes = ['text', 'number', 'boolean'] as const
export type VariableType = (typeof variableTypes)[number]

/**
 * A variable of the ext.json defaults (`{{name}}`), with a value per merchant. As a whole value (`"{{count}}"`) it takes
 * its type; within a longer text it is put in as text.
 */
export type ExtVariable = {
  readonly name: string
  readonly type: VariableType
  readonly required: boolean
  readonly description: string
  /** Used where a merchant has none; null for none. */
  readonly fallback: string | null
}

/** A template's default ext.json, with `{{variables}}`; `{{appId}}` and `{{merchantName}}` are always there. */
export type ExtDefault = { readonly templateId: string; readonly text: string; readonly changedAt: number }

export type ExtValues = { readonly appId: string; readonly values: Readonly<Record<string, string>> }

export type ExtStudio = {
  readonly variables: readonly ExtVariable[]
  readonly defaults: readonly ExtDefault[]
}

/** What one merchant would be sent. */
export type ExtPreview = {
  readonly appId: string
  readonly name: string
  /** Null where it can not be made: see `problems`. */
  readonly text: string | null
  readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[]
  /** The ext.json of the last accepted upload; null where there was none. */
  readonly lastUploaded: string | null
}
