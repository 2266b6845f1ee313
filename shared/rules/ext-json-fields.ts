import { say } from '../texts/say'

/** A documented field at the top of an ext.json, for completion and checks. */
export type ExtJsonField = {
  readonly name: string
  readonly type: 'boolean' | 'string' | 'object' | 'array'
  readonly description: string
}

/**
 * The special fields of ext.json (page "代开发环节说明"), then the fields of app.json by which it overrides the template's
 * (page "全局配置"). Which of those may be overridden is not enumerated; others are allowed as well.
 */
export const extJsonFields: readonly ExtJsonField[] = [
  {
    name: 'extEnable',
    type: 'boolean',
    get description() {
      return say`必填。这份配置是否生效`
    }
  },
  {
    name: 'extAppid',
    type: 'string',
    get description() {
      return say`必填。商家小程序的 AppID，可写 "{{appId}}"`
    }
  },
  {
    name: 'ext',
    type: 'object',
    get description() {
      return say`自定义数据，小程序里用 tt.getExtConfigSync() 读取`
    }
  },
  {
    name: 'extPages',
    type: 'object',
    get description() {
      return say`单个页面的配置：以页面路径为键，值同该页面的 json`
    }
  },
  {
    name: 'directCommit',
    type: 'boolean',
    get description() {
      return say`开发者工具里直接提交，通过接口上传时不起作用`
    }
  },
  {
    name: 'pages',
    type: 'array',
    get description() {
      return say`页面路径列表，每项是文本`
    }
  },
  {
    name: 'window',
    type: 'object',
    get description() {
      return say`页面的默认窗口：导航栏标题、颜色等`
    }
  },
  {
    name: 'tabBar',
    type: 'object',
    get description() {
      return say`底部标签栏，标签在 list 里`
    }
  },
  {
    name: 'networkTimeout',
    type: 'object',
    get description() {
      return say`各类网络请求的超时，毫秒`
    }
  },
  {
    name: 'entryPagePath',
    type: 'string',
    get description() {
      return say`默认打开的首页`
    }
  },
  {
    name: 'navigateToMiniProgramAppIdList',
    type: 'array',
    get description() {
      return say`可以跳转到的小程序的 AppID`
    }
  },
  {
    name: 'permission',
    type: 'object',
    get description() {
      return say`授权弹窗里的用途说明`
    }
  },
  {
    name: 'subpackages',
    type: 'array',
    get description() {
      return say`分包`
    }
  },
  {
    name: 'preloadRule',
    type: 'object',
    get description() {
      return say`分包预下载规则`
    }
  },
  {
    name: 'cookie',
    type: 'object',
    get description() {
      return say`Cookie 的使用方式`
    }
  },
  {
    name: 'skeleton',
    type: 'object',
    get description() {
      return say`骨架屏`
    }
  },
  {
    name: 'referrerPolicy',
    type: 'object',
    get description() {
      return say`网络资源请求的 referer`
    }
  },
  {
    name: 'usePrivacyCheck',
    type: 'boolean',
    get description() {
      return say`启用隐私协议相关功能`
    }
  }
]
