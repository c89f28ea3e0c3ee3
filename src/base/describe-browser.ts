/** What a browser and its machine say of themselves (`navigator.userAgent`), such as `Chrome, Windows`. */
export const describeBrowser = (userAgent: string): string => {
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(userAgent)?.[0] ?? 'Navegador';
  const system = /Windows|Android|Mac OS|Linux/.exec(userAgent)?.[0];
  return system ? `${browser}, ${system}` : browser;
};
