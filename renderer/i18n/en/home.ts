import type zh from '../zh/home'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
