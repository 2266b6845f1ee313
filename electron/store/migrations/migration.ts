/** One step of the schema; `version` is the `user_version` it leads to. A step that was shipped is never changed. */
export type Migration = { readonly version: number; readonly sql: string }
