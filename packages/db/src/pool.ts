// The driver's types for those who may not know the driver.
export type { Pool, PoolClient } from 'pg';
