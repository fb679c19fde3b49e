import type { TransformerFactory, SourceFile } from 'typescript';
import type { Plugin } from 'vite';
export function shrinkLiteral(tag: 'css' | 'html' | 'svg', parts: readonly string[]): string[];
export const shrinkLiterals: TransformerFactory<SourceFile>;
export function literals(): Plugin;
