module.exports = { forbidden:[{name:'x',severity:'error',from:{path:'^src/model'},to:{path:'^src/a'}}], options:{parser:'swc',tsPreCompilationDeps:true, doNotFollow:{path:'node_modules'}}};
