exports.start = () => {};
exports.exit = (code) => process.exit(code || 0);
