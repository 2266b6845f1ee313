import type zh from '../zh/upload'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
