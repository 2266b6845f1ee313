import type { Dictionary } from '@shared/texts/say'

/** Trial codes, mini-program codes, reviewers' pictures. */
export const codeServiceTexts: Dictionary = {
  内容不对: 'The content is not right',
  小程序码没有生成: 'The mini-program code was not made',
  小程序码没有保存: 'The mini-program codes were not saved',
  读取体验码: 'Reading the trial code',
  生成小程序码: 'Making the mini-program code',
  读取审核图片: 'Reading the reviewers’ picture',
  审核图片没有读到: 'The reviewers’ picture was not read',
  这张图片不在商家现在的审核结果里: 'This picture is not in the merchant’s present review result',
  请刷新商家后再看: 'Refresh the merchant, then look again'
}
