#!/usr/bin/env node
import { endSoon, main } from '../dist/cli/main.js';
process.exitCode = await main(process.argv);
endSoon();
