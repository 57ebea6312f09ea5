/** Nodes as points with a shape: one program a shape, after sigma's NodePointProgram, with a dark rim. */
import { NodeProgram, type NodeProgramType } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { Shape } from '../kinds'

/** Signed distance from the edge of each shape, negative within, on a square from -1 to 1 with y upwards. */
const DISTANCE: Record<Shape, string> = {
  circle: 'length(p) - 0.82',
  square: 'max(abs(p.x), abs(p.y)) - 0.74',
  triangle: 'max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.48',
  diamond: '(abs(p.x) + abs(p.y)) * 0.7071 - 0.66',
  hexagon: 'max(abs(p.x) * 0.5 + abs(p.y) * 0.866, abs(p.x)) - 0.78',
  cross: 'max(min(abs(p.x), abs(p.y)) - 0.3, max(abs(p.x), abs(p.y)) - 0.85)',
}

const VERTEX = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size;
uniform float u_sizeRatio; uniform float u_pixelRatio; uniform mat3 u_matrix;
varying vec4 v_color; varying float v_pixel;
const float bias = 255.0 / 254.0;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * 2.6;
  v_pixel = 2.0 / gl_PointSize;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`

const fragment = (shape: Shape) => `
precision mediump float;
varying vec4 v_color; varying float v_pixel;
void main() {
  vec2 p = vec2(gl_PointCoord.x, 1.0 - gl_PointCoord.y) * 2.0 - 1.0;
  float d = ${DISTANCE[shape]};
  #ifdef PICKING_MODE
  if (d > 0.0) discard;
  gl_FragColor = v_color;
  #else
  float within = 1.0 - smoothstep(-v_pixel, v_pixel, d);
  float rim = smoothstep(-v_pixel * 4.0, -v_pixel * 2.5, d);
  gl_FragColor = vec4(mix(v_color.rgb, v_color.rgb * 0.35, rim), v_color.a) * within;
  #endif
}`

const { UNSIGNED_BYTE, FLOAT, POINTS } = { UNSIGNED_BYTE: 0x1401, FLOAT: 0x1406, POINTS: 0 }
const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const

export function shapeProgram(shape: Shape): NodeProgramType {
  return class extends NodeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: fragment(shape),
        METHOD: POINTS as WebGLRenderingContextBase['POINTS'],
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      }
    }

    processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData) {
      const values = [data.x, data.y, data.size, floatColor(data.color), nodeIndex]
      for (const [index, value] of values.entries()) this.array[startIndex + index] = value
    }

    setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: Parameters<NodeProgram['setUniforms']>[1]) {
      gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, pixelRatio)
      gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, sizeRatio)
      gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, matrix)
    }
  } as unknown as NodeProgramType
}
