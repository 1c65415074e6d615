// Loaded into every service before its own code. Where the start script dies without being able to say so (SIGKILL, a
// crash), the channel to it closes and the service stops as if asked; nobody is left behind holding ports and folders.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
