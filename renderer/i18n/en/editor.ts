import type zh from '../zh/editor'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
