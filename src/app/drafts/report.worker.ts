import { expose } from 'comlink';
import { reportService } from './report-service.ts';

expose(reportService());
