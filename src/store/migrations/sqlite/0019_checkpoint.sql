-- The public half of the key that signs the checkpoints, once there are any: a file of checkpoints
-- that is gone is then told from one that never was.
ALTER TABLE installation ADD COLUMN checkpoint_key TEXT NOT NULL DEFAULT '';
