/** Whether there is anything to draw with; sigma itself throws where there is not. */
export function hasWebGL(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}
